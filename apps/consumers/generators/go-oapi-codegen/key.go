package main

import (
	"context"
	"fmt"
	"net/http"

	tines "consumer/generated"
)

// newClient makes a client that sends the key in the given scheme, `bearer` or `user-token`.
func newClient(server, scheme, key string) (*tines.ClientWithResponses, error) {
	sign, err := signer(scheme, key)
	if err != nil {
		return nil, err
	}
	return tines.NewClientWithResponses(server, tines.WithRequestEditorFn(sign))
}

func signer(scheme, key string) (tines.RequestEditorFn, error) {
	header, value := "Authorization", "Bearer "+key
	switch scheme {
	case "bearer":
	case "user-token":
		header, value = "X-User-Token", key
	default:
		return nil, fmt.Errorf("TINES_SCHEME is %q; it has to be bearer or user-token", scheme)
	}
	return func(_ context.Context, request *http.Request) error {
		request.Header.Set(header, value)
		return nil
	}, nil
}
