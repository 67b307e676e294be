// Prints the first page of stories of a tenant.
package main

import (
	"encoding/json"
	"fmt"
	"log"
	"net/http"
	"os"
)

type storyList struct {
	Stories []struct {
		ID   int64  `json:"id"`
		Name string `json:"name"`
	} `json:"stories"`
}

func main() {
	request, err := http.NewRequest(http.MethodGet, os.Getenv("TINES_TENANT_URL")+"/api/v1/stories?per_page=500", nil)
	if err != nil {
		log.Fatal(err)
	}
	request.Header.Set("Authorization", "Bearer "+os.Getenv("TINES_API_KEY"))
	response, err := http.DefaultClient.Do(request)
	if err != nil {
		log.Fatal(err)
	}
	defer response.Body.Close()
	if response.StatusCode != http.StatusOK {
		log.Fatalf("listing stories answered %s", response.Status)
	}
	var list storyList
	if err := json.NewDecoder(response.Body).Decode(&list); err != nil {
		log.Fatal(err)
	}
	for _, story := range list.Stories {
		fmt.Println(story.ID, story.Name)
	}
}
