"""Calls a Tines tenant by httpx, with the models that datamodel-code-generator made."""

import os
from http import HTTPStatus

import httpx
from pydantic import TypeAdapter
from tines import CreateStoryRequest, ErrorBody, ErrorMessage, Story, StoryList

MISSING_STORY = 999_999_999
STORIES = "/api/v1/stories"


def make_client(key: str) -> httpx.Client:
    """Makes a client that sends the key in the scheme that TINES_SCHEME names."""
    match os.environ["TINES_SCHEME"]:
        case "bearer":
            headers = {"Authorization": f"Bearer {key}"}
        case "user-token":
            headers = {"X-User-Token": key}
        case other:
            raise SystemExit(f"TINES_SCHEME is {other!r}; it has to be bearer or user-token.")
    return httpx.Client(base_url=os.environ["TINES_URL"], headers=headers)


def list_all(client: httpx.Client) -> list[Story]:
    stories: list[Story] = []
    page: int | None = 1
    while page:
        answer = client.get(STORIES, params={"per_page": 2, "page": page}).raise_for_status()
        some = StoryList.model_validate_json(answer.content)
        stories += some.stories
        page = some.meta.next_page_number
    assert len(stories) >= 3, stories
    return stories


def get(client: httpx.Client, known: Story) -> None:
    answer = client.get(f"{STORIES}/{known.id}").raise_for_status()
    story = Story.model_validate_json(answer.content)
    assert story.name == known.name, story.name


def create(client: httpx.Client, team_id: int, name: str) -> None:
    body = CreateStoryRequest(team_id=team_id, name=name).model_dump(mode="json", exclude_unset=True)
    answer = client.post(STORIES, json=body)
    assert answer.status_code == HTTPStatus.CREATED, answer
    story = Story.model_validate_json(answer.content)
    assert story.name == name, story.name


def read_error(client: httpx.Client) -> None:
    answer = client.get(f"{STORIES}/{MISSING_STORY}")
    assert answer.status_code == HTTPStatus.NOT_FOUND, answer
    error = TypeAdapter(ErrorBody).validate_json(answer.content)
    assert isinstance(error, ErrorMessage) and error.error, error


def be_refused(stranger: httpx.Client) -> None:
    answer = stranger.get(STORIES)
    assert answer.status_code == HTTPStatus.UNAUTHORIZED, answer


def main() -> None:
    with make_client(os.environ["TINES_KEY"]) as client:
        first = list_all(client)[0]
        print("list ok")
        get(client, first)
        print("get ok")
        create(client, first.team_id, "Made through datamodel-code-generator")
        print("create ok")
        read_error(client)
        print("error ok")
    with make_client("wrong-key") as stranger:
        be_refused(stranger)
    print("unauthorized ok")


if __name__ == "__main__":
    main()
