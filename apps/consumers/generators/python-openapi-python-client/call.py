"""Calls a Tines tenant through the client that openapi-python-client made."""

import os
from http import HTTPStatus

from tines import AuthenticatedClient
from tines.api.stories import create_story, get_story, list_stories
from tines.models.create_story_request import CreateStoryRequest
from tines.models.error_message import ErrorMessage
from tines.models.story import Story
from tines.models.story_list import StoryList
from tines.types import Unset

MISSING_STORY = 999_999_999


def make_client(key: str) -> AuthenticatedClient:
    """Makes a client that sends the key in the scheme that TINES_SCHEME names."""
    server = os.environ["TINES_URL"]
    match os.environ["TINES_SCHEME"]:
        case "bearer":
            return AuthenticatedClient(base_url=server, token=key)
        case "user-token":
            return AuthenticatedClient(base_url=server, token=key, prefix="", auth_header_name="X-User-Token")
        case other:
            raise SystemExit(f"TINES_SCHEME is {other!r}; it has to be bearer or user-token.")


def list_all(client: AuthenticatedClient) -> list[Story]:
    stories: list[Story] = []
    page: int | None | Unset = 1
    while page:
        answer = list_stories.sync(client=client, per_page=2, page=page)
        assert isinstance(answer, StoryList), answer
        stories += answer.stories
        page = answer.meta.next_page_number
    assert len(stories) >= 3, stories
    return stories


def get(client: AuthenticatedClient, known: Story) -> None:
    story = get_story.sync(known.id, client=client)
    assert isinstance(story, Story), story
    assert story.name == known.name, story.name


def create(client: AuthenticatedClient, team_id: int, name: str) -> None:
    story = create_story.sync(client=client, body=CreateStoryRequest(team_id=team_id, name=name))
    assert isinstance(story, Story), story
    assert story.name == name, story.name


def read_error(client: AuthenticatedClient) -> None:
    answer = get_story.sync_detailed(MISSING_STORY, client=client)
    assert answer.status_code == HTTPStatus.NOT_FOUND, answer
    assert isinstance(answer.parsed, ErrorMessage) and answer.parsed.error, answer


def be_refused(stranger: AuthenticatedClient) -> None:
    answer = list_stories.sync_detailed(client=stranger)
    assert answer.status_code == HTTPStatus.UNAUTHORIZED, answer


def main() -> None:
    client = make_client(os.environ["TINES_KEY"])
    first = list_all(client)[0]
    print("list ok")
    get(client, first)
    print("get ok")
    create(client, first.team_id, "Made through openapi-python-client")
    print("create ok")
    read_error(client)
    print("error ok")
    be_refused(make_client("wrong-key"))
    print("unauthorized ok")


if __name__ == "__main__":
    main()
