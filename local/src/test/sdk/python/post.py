"""Posts events with the CloudEvents SDK for Python. Reads them from standard input, prints the status of each answer on a line of its own."""
import http.client
import json
import sys
from datetime import datetime
from urllib.parse import urlsplit

from cloudevents.core.bindings.http import to_binary_event, to_structured_event
from cloudevents.core.v1.event import CloudEvent
from cloudevents.v1.conversion import to_binary as to_binary_v1
from cloudevents.v1.http import CloudEvent as CloudEventV1

asked = json.load(sys.stdin)
for one in asked["events"]:
    mode, data, extensions = one.pop("mode"), one.pop("data"), one.pop("extensions")
    attributes = {"specversion": "1.0"} | one | extensions
    if mode == "binary-v1":
        headers, body = to_binary_v1(CloudEventV1(attributes, data))
    else:
        attributes["time"] = datetime.fromisoformat(attributes["time"].replace("Z", "+00:00"))
        attributes["datacontenttype"] = "application/json"
        message = (to_structured_event if mode == "structured" else to_binary_event)(CloudEvent(attributes, data))
        headers, body = message.headers, message.body
    # By hand: a client of a higher level would say a content type where the SDK says none.
    at = urlsplit(asked["url"])
    connection = http.client.HTTPConnection(at.hostname, at.port)
    connection.request("POST", at.path, body, headers | {"authorization": "Bearer " + asked["token"]})
    answer = connection.getresponse()
    print(202 if answer.status == 202 else answer.read().decode())
    connection.close()
