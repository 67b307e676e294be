// Command consumer calls a Tines tenant through the client that oapi-codegen made.
package main

import (
	"context"
	"errors"
	"fmt"
	"log"
	"net/http"
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

	if err := createStory(ctx, client, first.TeamId, "Made through oapi-codegen"); err != nil {
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

func listStories(ctx context.Context, client *tines.ClientWithResponses) ([]tines.Story, error) {
	var stories []tines.Story
	perPage, first := 2, 1
	for page := &first; page != nil; {
		answer, err := client.ListStoriesWithResponse(ctx, &tines.ListStoriesParams{PerPage: &perPage, Page: page})
		if err != nil {
			return nil, err
		}
		if answer.JSON200 == nil {
			return nil, fmt.Errorf("page %d has status %s", *page, answer.Status())
		}
		stories = append(stories, answer.JSON200.Stories...)
		page = answer.JSON200.Meta.NextPageNumber
	}
	if len(stories) < 3 {
		return nil, fmt.Errorf("%d stories, at least 3 expected", len(stories))
	}
	return stories, nil
}

func getStory(ctx context.Context, client *tines.ClientWithResponses, known tines.Story) error {
	answer, err := client.GetStoryWithResponse(ctx, known.Id, nil)
	if err != nil {
		return err
	}
	if answer.JSON200 == nil {
		return fmt.Errorf("status %s", answer.Status())
	}
	if answer.JSON200.Name != known.Name {
		return fmt.Errorf("the story is named %q, %q expected", answer.JSON200.Name, known.Name)
	}
	return nil
}

func createStory(ctx context.Context, client *tines.ClientWithResponses, team int64, name string) error {
	answer, err := client.CreateStoryWithResponse(ctx, tines.CreateStoryRequest{TeamId: team, Name: &name})
	if err != nil {
		return err
	}
	if answer.JSON201 == nil {
		return fmt.Errorf("status %s", answer.Status())
	}
	if answer.JSON201.Name != name {
		return fmt.Errorf("the story is named %q, %q expected", answer.JSON201.Name, name)
	}
	return nil
}

func readError(ctx context.Context, client *tines.ClientWithResponses) error {
	answer, err := client.GetStoryWithResponse(ctx, missingStory, nil)
	if err != nil {
		return err
	}
	if answer.JSON404 == nil {
		return fmt.Errorf("status %s", answer.Status())
	}
	message, err := answer.JSON404.AsErrorMessage()
	if err != nil {
		return err
	}
	if message.Error == "" {
		return errors.New("the error has no text")
	}
	return nil
}

func beRefused(ctx context.Context, stranger *tines.ClientWithResponses) error {
	answer, err := stranger.ListStoriesWithResponse(ctx, nil)
	if err != nil {
		return err
	}
	if answer.StatusCode() != http.StatusUnauthorized {
		return fmt.Errorf("status %s", answer.Status())
	}
	return nil
}
