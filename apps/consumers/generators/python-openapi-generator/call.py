"""Calls a Tines tenant through the client that OpenAPI Generator made."""

import os
from collections.abc import Callable
from http import HTTPStatus

from tines import ApiClient, Configuration, CreateStoryRequest, StoriesApi, Story
from tines.exceptions import ApiException, NotFoundException, UnauthorizedException
from tines.models.error_body import ErrorBody
from tines.models.error_message import ErrorMessage

MISSING_STORY = 999_999_999


def make_api(key: str) -> StoriesApi:
    """Makes a client that sends the key in the scheme that TINES_SCHEME names."""
    server = os.environ["TINES_URL"]
    match os.environ["TINES_SCHEME"]:
        case "bearer":
            return StoriesApi(ApiClient(Configuration(host=server, access_token=key)))
        case "user-token":
            return StoriesApi(ApiClient(Configuration(host=server, api_key={"userToken": key})))
        case other:
            raise SystemExit(f"TINES_SCHEME is {other!r}; it has to be bearer or user-token.")


def list_all(api: StoriesApi) -> list[Story]:
    stories: list[Story] = []
    page: int | None = 1
    while page:
        answer = api.list_stories(per_page=2, page=page)
        stories += answer.stories
        page = answer.meta.next_page_number
    assert len(stories) >= 3, stories
    return stories


def get(api: StoriesApi, known: Story) -> None:
    story = api.get_story(known.id)
    assert story.name == known.name, story.name


def create(api: StoriesApi, team_id: int, name: str) -> None:
    story = api.create_story(CreateStoryRequest(team_id=team_id, name=name))
    assert story.name == name, story.name


def read_error(api: StoriesApi) -> None:
    error = refusal(lambda: api.get_story(MISSING_STORY))
    assert isinstance(error, NotFoundException) and error.status == HTTPStatus.NOT_FOUND, error
    assert isinstance(error.data, ErrorBody), error.data
    message = error.data.actual_instance
    assert isinstance(message, ErrorMessage) and message.error, message


def be_refused(stranger: StoriesApi) -> None:
    error = refusal(stranger.list_stories)
    assert isinstance(error, UnauthorizedException) and error.status == HTTPStatus.UNAUTHORIZED, error


def refusal(call: Callable[[], object]) -> ApiException:
    """Returns the exception that a refused call raises."""
    try:
        answer = call()
    except ApiException as error:
        return error
    raise AssertionError(f"The call was not refused: {answer}")


def main() -> None:
    api = make_api(os.environ["TINES_KEY"])
    first = list_all(api)[0]
    print("list ok")
    get(api, first)
    print("get ok")
    create(api, first.team_id, "Made through OpenAPI Generator")
    print("create ok")
    read_error(api)
    print("error ok")
    be_refused(make_api("wrong-key"))
    print("unauthorized ok")


if __name__ == "__main__":
    main()
