package com.example;

import com.example.tines.ApiClient;
import com.example.tines.ApiException;
import com.example.tines.api.StoriesApi;
import com.example.tines.model.CreateStoryRequest;
import com.example.tines.model.Story;
import com.example.tines.model.StoryList;
import java.util.ArrayList;
import java.util.List;

/** Lists, gets and creates stories, and provokes two errors, through the generated client. */
public final class Call {
  private Call() {}

  public static void main(String[] arguments) throws ApiException {
    StoriesApi api = openStories(System.getenv("TINES_KEY"));

    List<Story> stories = listStories(api);
    check(stories.size() >= 3, "only " + stories.size() + " stories");
    System.out.println("list ok");

    Story first = stories.get(0);
    Story found = api.getStory(first.getId(), null, null, null);
    check(found.getName().equals(first.getName()), "the story is named " + found.getName());
    System.out.println("get ok");

    CreateStoryRequest request = new CreateStoryRequest().teamId(first.getTeamId()).name("Made from Java");
    Story created = api.createStory(request);
    check(created.getName().equals(request.getName()), "the new story is named " + created.getName());
    System.out.println("create ok");

    ApiException missing = expectError(() -> api.getStory(999_999_999L, null, null, null));
    check(missing.getCode() == 404, "status " + missing.getCode());
    check(missing.getResponseBody().contains("\"error\""), "an error of another shape");
    System.out.println("error ok");

    ApiException refused = expectError(() -> listStories(openStories("wrong-key")));
    check(refused.getCode() == 401, "status " + refused.getCode());
    System.out.println("unauthorized ok");
  }

  private static StoriesApi openStories(String key) {
    boolean bearer = System.getenv("TINES_SCHEME").equals("bearer");
    String header = bearer ? "Authorization" : "X-User-Token";
    String value = bearer ? "Bearer " + key : key;
    ApiClient client = new ApiClient();
    client.updateBaseUri(System.getenv("TINES_URL"));
    client.setRequestInterceptor(request -> request.setHeader(header, value));
    return new StoriesApi(client);
  }

  private static List<Story> listStories(StoriesApi api) throws ApiException {
    List<Story> stories = new ArrayList<>();
    for (Integer page = 1; page != null; ) {
      StoryList answer = api.listStories(null, null, null, null, null, null, null, 2, page);
      stories.addAll(answer.getStories());
      page = answer.getMeta().getNextPageNumber();
    }
    return stories;
  }

  private interface Request {
    void send() throws ApiException;
  }

  private static ApiException expectError(Request request) {
    try {
      request.send();
    } catch (ApiException error) {
      return error;
    }
    throw new IllegalStateException("an error was expected");
  }

  private static void check(boolean holds, String wrong) {
    if (!holds) throw new IllegalStateException(wrong);
  }
}
