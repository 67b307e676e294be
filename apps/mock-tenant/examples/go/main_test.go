package stories

import (
	"bufio"
	"encoding/json"
	"fmt"
	"net/http"
	"os"
	"os/exec"
	"strings"
	"syscall"
	"testing"
)

// tenantURL is the address of the mock tenant that serves the tests of this package.
var tenantURL string

func TestMain(m *testing.M) {
	stop, err := startTenant()
	if err != nil {
		fmt.Fprintln(os.Stderr, "the mock tenant did not start:", err)
		os.Exit(1)
	}
	code := m.Run()
	stop()
	os.Exit(code)
}

// startTenant starts a mock tenant on a free port and returns a function that ends it.
func startTenant() (func(), error) {
	words := os.Getenv("MOCK_TENANT_COMMAND")
	if words == "" {
		words = "npx --yes @tines-openapi/mock-tenant"
	}
	arguments := append(strings.Fields(words), "--json", "--quiet", "--port", "0")
	command := exec.Command(arguments[0], arguments[1:]...)
	command.Stderr = os.Stderr
	output, err := command.StdoutPipe()
	if err != nil {
		return nil, err
	}
	if err := command.Start(); err != nil {
		return nil, err
	}
	var start struct {
		Tenants []struct {
			URL string `json:"url"`
		} `json:"tenants"`
	}
	line, err := bufio.NewReader(output).ReadBytes('\n')
	if err != nil {
		return nil, err
	}
	if err := json.Unmarshal(line, &start); err != nil {
		return nil, err
	}
	tenantURL = start.Tenants[0].URL
	return func() {
		_ = command.Process.Signal(syscall.SIGTERM)
		_ = command.Wait()
	}, nil
}

// reset puts the tenant back to its start, for tests that write.
func reset(t *testing.T) {
	t.Helper()
	response, err := http.Post(tenantURL+"/_mock/reset", "", nil)
	if err != nil {
		t.Fatal(err)
	}
	response.Body.Close()
}
