#include <cstdint>
#include <cstdlib>
#include <iostream>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <vector>

#include <boost/none.hpp>

#include "CppRestOpenAPIClient/ApiClient.h"
#include "CppRestOpenAPIClient/ApiConfiguration.h"
#include "CppRestOpenAPIClient/ApiException.h"
#include "CppRestOpenAPIClient/api/StoriesApi.h"
#include "CppRestOpenAPIClient/model/ErrorMessage.h"

// Lists, gets and creates stories, and provokes two errors, through the generated client.
namespace {

using tines::api::ApiClient;
using tines::api::ApiConfiguration;
using tines::api::ApiException;
using tines::api::StoriesApi;
using tines::model::CreateStoryRequest;
using tines::model::ErrorMessage;
using tines::model::Story;

void check(bool holds, const std::string& wrong) {
  if (!holds) throw std::runtime_error(wrong);
}

std::string environment(const char* name) {
  const char* value = std::getenv(name);
  check(value != nullptr, std::string(name) + " is not set");
  return value;
}

StoriesApi open_stories(const std::string& key) {
  const auto configuration = std::make_shared<ApiConfiguration>();
  configuration->setBaseUrl(environment("TINES_URL"));
  if (environment("TINES_SCHEME") == "bearer") configuration->getDefaultHeaders()["Authorization"] = "Bearer " + key;
  else configuration->setApiKey("userToken", key);
  return StoriesApi(std::make_shared<ApiClient>(configuration));
}

std::vector<std::shared_ptr<Story>> list_stories(const StoriesApi& api) {
  std::vector<std::shared_ptr<Story>> stories;
  std::optional<std::int32_t> page = 1;
  while (page) {
    const auto answer = api.listStories(boost::none, boost::none, boost::none, boost::none, boost::none, boost::none,
                                        boost::none, 2, *page).get();
    for (const auto& story : answer->getStories()) stories.push_back(story);
    const auto meta = answer->getMeta();
    page = meta->nextPageNumberIsSet() ? std::optional(meta->getNextPageNumber()) : std::nullopt;
  }
  return stories;
}

std::shared_ptr<Story> get_story(const StoriesApi& api, std::int64_t id) {
  return api.getStory(id, boost::none, boost::none, boost::none).get();
}

template <typename Request>
ApiException expect_error(Request request) {
  try {
    request();
  } catch (const ApiException& error) {
    return error;
  }
  throw std::runtime_error("an error was expected");
}

void call() {
  const StoriesApi api = open_stories(environment("TINES_KEY"));

  const auto stories = list_stories(api);
  check(stories.size() >= 3, "only " + std::to_string(stories.size()) + " stories");
  std::cout << "list ok" << std::endl;

  const auto first = stories.front();
  const auto found = get_story(api, first->getId());
  check(found->getName() == first->getName(), "the story is named " + found->getName());
  std::cout << "get ok" << std::endl;

  const auto request = std::make_shared<CreateStoryRequest>();
  request->setTeamId(first->getTeamId());
  request->setName("Made from C++");
  const auto created = api.createStory(request).get();
  check(created->getName() == request->getName(), "the new story is named " + created->getName());
  std::cout << "create ok" << std::endl;

  const ApiException missing = expect_error([&] { get_story(api, 999'999'999); });
  check(missing.error_code().value() == 404, "status " + std::to_string(missing.error_code().value()));
  ErrorMessage body;
  check(body.fromJson(web::json::value::parse(*missing.getContent())), "an error of another shape");
  check(!body.getError().empty(), "an error without a text");
  std::cout << "error ok" << std::endl;

  const ApiException refused = expect_error([] { list_stories(open_stories("wrong-key")); });
  check(refused.error_code().value() == 401, "status " + std::to_string(refused.error_code().value()));
  std::cout << "unauthorized ok" << std::endl;
}

}  // namespace

int main() {
  try {
    call();
    return 0;
  } catch (const std::exception& error) {
    std::cerr << error.what() << std::endl;
    return 1;
  }
}
