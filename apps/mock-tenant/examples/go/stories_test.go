package stories

import (
	"net/http"
	"strings"
	"testing"
)

// ask sends a request with the key of a team editor and returns the status.
func ask(t *testing.T, method, path, body string) int {
	t.Helper()
	request, err := http.NewRequest(method, tenantURL+path, strings.NewReader(body))
	if err != nil {
		t.Fatal(err)
	}
	request.Header.Set("Authorization", "Bearer team-editor-demo-key")
	if body != "" {
		request.Header.Set("Content-Type", "application/json")
	}
	response, err := http.DefaultClient.Do(request)
	if err != nil {
		t.Fatal(err)
	}
	defer response.Body.Close()
	return response.StatusCode
}

func TestCreatesAStory(t *testing.T) {
	reset(t)
	if status := ask(t, "POST", "/api/v1/stories", `{"team_id": 1101, "name": "Lost laptop"}`); status != 201 {
		t.Fatalf("status %d, want 201", status)
	}
}

func TestIsToldWhatIsMissing(t *testing.T) {
	reset(t)
	if status := ask(t, "POST", "/api/v1/stories", `{"name": "No team"}`); status != 422 {
		t.Fatalf("status %d, want 422", status)
	}
}

func TestDoesNotSeeAnotherTeam(t *testing.T) {
	reset(t)
	if status := ask(t, "GET", "/api/v1/stories/3103", ""); status != 404 {
		t.Fatalf("status %d, want 404", status)
	}
}
