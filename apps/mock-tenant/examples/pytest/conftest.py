"""One mock tenant for the session, put back before each test."""

import json
import os
import subprocess
import urllib.request
from dataclasses import dataclass

import pytest

COMMAND = os.environ.get("MOCK_TENANT_COMMAND", "npx --yes @tines-openapi/mock-tenant").split()


@dataclass
class MockTenant:
    url: str

    def ask(self, method, path, key, body=None):
        """Sends a request with a key; returns the status and the body."""
        data = None if body is None else json.dumps(body).encode()
        headers = {"Authorization": f"Bearer {key}", "Content-Type": "application/json"}
        request = urllib.request.Request(self.url + path, data=data, headers=headers, method=method)
        try:
            with urllib.request.urlopen(request) as response:
                text = response.read()
                return response.status, json.loads(text) if text else None
        except urllib.error.HTTPError as error:
            return error.code, json.loads(error.read() or "null")

    def mock(self, method, path, body=None):
        """Calls what the mock has beside the API, such as /_mock/faults."""
        return self.ask(method, "/_mock" + path, "none", body)


@pytest.fixture(scope="session")
def tenant_process():
    command = [*COMMAND, "--json", "--quiet", "--port", "0"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        start = json.loads(process.stdout.readline())
        yield MockTenant(start["tenants"][0]["url"])
        process.terminate()


@pytest.fixture
def tenant(tenant_process):
    tenant_process.mock("POST", "/reset")
    return tenant_process
