KEY = "team-editor-demo-key"


def test_a_story_is_made(tenant):
    status, story = tenant.ask("POST", "/api/v1/stories", KEY, {"team_id": 1101, "name": "Lost laptop"})
    assert status == 201
    assert tenant.ask("GET", f"/api/v1/stories/{story['id']}", KEY)[1]["name"] == "Lost laptop"


def test_the_next_test_does_not_see_it(tenant):
    _, body = tenant.ask("GET", "/api/v1/stories", KEY)
    assert body["meta"]["count"] == 2


def test_a_fault_strikes_once(tenant):
    tenant.mock("POST", "/faults", {"kind": "status", "status": 503, "times": 1})
    assert tenant.ask("GET", "/api/v1/info", KEY)[0] == 503
    assert tenant.ask("GET", "/api/v1/info", KEY)[0] == 200


def test_the_journal_names_the_operation(tenant):
    tenant.ask("GET", "/api/v1/stories", KEY)
    _, body = tenant.mock("GET", "/requests")
    assert [request["operationId"] for request in body["requests"]] == ["listStories"]
