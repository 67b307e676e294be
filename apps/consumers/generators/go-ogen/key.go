package main

import (
	"context"
	"fmt"

	"github.com/ogen-go/ogen/ogenerrors"

	tines "consumer/generated"
)

// secret sends a key in one of the two schemes and skips the other.
type secret struct{ scheme, key string }

// newClient makes a client that sends the key in the given scheme, `bearer` or `user-token`.
func newClient(server, scheme, key string) (*tines.Client, error) {
	if scheme != "bearer" && scheme != "user-token" {
		return nil, fmt.Errorf("TINES_SCHEME is %q; it has to be bearer or user-token", scheme)
	}
	return tines.NewClient(server, secret{scheme, key})
}

// BearerAuth gives the key for the header `Authorization`.
func (s secret) BearerAuth(context.Context, tines.OperationName) (tines.BearerAuth, error) {
	if s.scheme != "bearer" {
		return tines.BearerAuth{}, ogenerrors.ErrSkipClientSecurity
	}
	return tines.BearerAuth{Token: s.key}, nil
}

// UserToken gives the key for the header `X-User-Token`.
func (s secret) UserToken(context.Context, tines.OperationName) (tines.UserToken, error) {
	if s.scheme != "user-token" {
		return tines.UserToken{}, ogenerrors.ErrSkipClientSecurity
	}
	return tines.UserToken{APIKey: s.key}, nil
}
