"""Prints every story of a tenant."""
import json
import os
from urllib.request import Request, urlopen

tenant = os.environ["TINES_TENANT_URL"]
headers = {"Authorization": "Bearer " + os.environ["TINES_API_KEY"]}

page = 1
while page is not None:
    request = Request(f"{tenant}/api/v1/stories?per_page=500&page={page}", headers=headers)
    with urlopen(request, timeout=30) as response:
        answer = json.load(response)
    for story in answer["stories"]:
        print(story["id"], story["name"])
    page = answer["meta"].get("next_page_number")
