// Command consumer calls a Tines tenant through the client that ogen made.
package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"log"
	"os"

	tines "consumer/generated"
)

const missingStory = 999_999_999

func main() {
	log.SetFlags(0)
	if err := run(context.Background()); err != nil {
		log.Fatal(err)
	}
}

func run(ctx context.Context) error {
	server, scheme := os.Getenv("TINES_URL"), os.Getenv("TINES_SCHEME")
	client, err := newClient(server, scheme, os.Getenv("TINES_KEY"))
	if err != nil {
		return err
	}
	stranger, err := newClient(server, scheme, "wrong-key")
	if err != nil {
		return err
	}

	stories, err := listStories(ctx, client)
	if err != nil {
		return fmt.Errorf("list: %w", err)
	}
	fmt.Println("list ok")

	first := stories[0]
	if err := getStory(ctx, client, first); err != nil {
		return fmt.Errorf("get: %w", err)
	}
	fmt.Println("get ok")

	if err := createStory(ctx, client, first.TeamID, "Made through ogen"); err != nil {
		return fmt.Errorf("create: %w", err)
	}
	fmt.Println("create ok")

	if err := readError(ctx, client); err != nil {
		return fmt.Errorf("error: %w", err)
	}
	fmt.Println("error ok")

	if err := beRefused(ctx, stranger); err != nil {
		return fmt.Errorf("unauthorized: %w", err)
	}
	fmt.Println("unauthorized ok")
	return nil
}

func listStories(ctx context.Context, client *tines.Client) ([]tines.Story, error) {
	var stories []tines.Story
	for page, more := 1, true; more; {
		params := tines.ListStoriesParams{PerPage: tines.NewOptInt(2), Page: tines.NewOptInt(page)}
		answer, err := client.ListStories(ctx, params)
		if err != nil {
			return nil, err
		}
		list, ok := answer.(*tines.StoryList)
		if !ok {
			return nil, fmt.Errorf("page %d came as %T", page, answer)
		}
		stories = append(stories, list.Stories...)
		page, more = list.Meta.NextPageNumber.Get()
	}
	if len(stories) < 3 {
		return nil, fmt.Errorf("%d stories, at least 3 expected", len(stories))
	}
	return stories, nil
}

func getStory(ctx context.Context, client *tines.Client, known tines.Story) error {
	answer, err := client.GetStory(ctx, tines.GetStoryParams{StoryID: known.ID})
	if err != nil {
		return err
	}
	story, ok := answer.(*tines.Story)
	if !ok {
		return fmt.Errorf("a story came as %T", answer)
	}
	if story.Name != known.Name {
		return fmt.Errorf("the story is named %q, %q expected", story.Name, known.Name)
	}
	return nil
}

func createStory(ctx context.Context, client *tines.Client, team int64, name string) error {
	answer, err := client.CreateStory(ctx, &tines.CreateStoryRequest{TeamID: team, Name: tines.NewOptString(name)})
	if err != nil {
		return err
	}
	story, ok := answer.(*tines.Story)
	if !ok {
		return fmt.Errorf("a story came as %T", answer)
	}
	if story.Name != name {
		return fmt.Errorf("the story is named %q, %q expected", story.Name, name)
	}
	return nil
}

// readError expects the type that ogen makes for status 404 and reads the text from its free-form body.
func readError(ctx context.Context, client *tines.Client) error {
	answer, err := client.GetStory(ctx, tines.GetStoryParams{StoryID: missingStory})
	if err != nil {
		return err
	}
	missing, ok := answer.(*tines.GetStoryNotFound)
	if !ok {
		return fmt.Errorf("a story that does not exist came as %T", answer)
	}
	var body struct{ Error string }
	if err := json.Unmarshal(*missing, &body); err != nil {
		return err
	}
	if body.Error == "" {
		return errors.New("the error has no text")
	}
	return nil
}

// beRefused expects the type that ogen makes for status 401.
func beRefused(ctx context.Context, stranger *tines.Client) error {
	answer, err := stranger.ListStories(ctx, tines.ListStoriesParams{})
	if err != nil {
		return err
	}
	if _, ok := answer.(*tines.ListStoriesUnauthorized); !ok {
		return fmt.Errorf("a wrong key came back as %T", answer)
	}
	return nil
}
