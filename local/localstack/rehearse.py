"""What local/localstack/rehearse does, once everything is there that it needs.

Nothing here knows a function, a table or a programme by name: stacks are the CDK app's, functions and queues what was deployed, what is
posted and read is the README's.
"""

import argparse
import base64
import json
import os
import re
import shutil
import signal
import subprocess
import sys
import threading
import time
import urllib.request
import uuid
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import parse_qsl, urlsplit

import boto3
from botocore.config import Config
from botocore.exceptions import BotoCoreError, ClientError

import first_user

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / ".data/localstack"
PREFIX = "chongshan-"
ACCOUNT, REGION = "000000000000", "us-east-1"
# A stream is looked at each second: what is still for so long is at rest.
STILL_SECONDS = 5
# A message that failed comes again after six times its function's time limit, 360 s at most: what was sent to a queue that was yet to be made.
REST_SECONDS = 600


class Failed(Exception):
    """The rehearsal is over: a stable code and what was seen."""

    def __init__(self, code: str, detail: str) -> None:
        super().__init__(f"{code}: {detail}")


begun = time.monotonic()


def say(line: str) -> None:
    print(f"[{time.monotonic() - begun:4.0f} s] {line}", flush=True)


def check(holds: bool, code: str, detail: object) -> None:
    if not holds:
        raise Failed(code, str(detail))


def run(code: str, command: list[str], folder: Path = ROOT) -> None:
    """Runs a command; what it prints is shown only when it fails."""
    done = subprocess.run(command, cwd=folder, text=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False,
                          env={**os.environ, "JSII_SILENCE_WARNING_UNTESTED_NODE_VERSION": "1", "CDK_DISABLE_VERSION_CHECK": "1"})
    check(done.returncode == 0, code, f"{' '.join(command)} ended with {done.returncode}\n{done.stdout[-4000:]}")


class LocalStack:
    """LocalStack in host mode, with nothing in it, in a process group of its own."""

    def __init__(self, port: int) -> None:
        self.url = f"http://127.0.0.1:{port}"
        shutil.rmtree(FOLDER / "functions", ignore_errors=True)
        shutil.rmtree(FOLDER / "tmp", ignore_errors=True)
        check(not self._answers(), "port-taken", f"something answers on {self.url}; --port names another")
        with (FOLDER / "localstack.log").open("w") as log:
            self.process = subprocess.Popen(["local/localstack/run"], cwd=ROOT, stdout=log, stderr=subprocess.STDOUT,
                                            env={**os.environ, "PORT": str(port), "SERVICES": ""}, start_new_session=True)

    def await_ready(self) -> None:
        until = time.monotonic() + 120
        while not self._answers():
            check(self.process.poll() is None and time.monotonic() < until, "localstack-not-started", FOLDER / "localstack.log")
            time.sleep(0.5)

    def client(self, service: str):
        return boto3.client(service, endpoint_url=self.url, region_name=REGION, aws_access_key_id="test", aws_secret_access_key="test",
                            config=Config(read_timeout=180, retries={"total_max_attempts": 1}, s3={"addressing_style": "path"}))

    def _answers(self) -> bool:
        try:
            with urllib.request.urlopen(self.url + "/_localstack/health", timeout=5) as health:
                return health.status == 200
        except OSError:
            return False

    def close(self) -> None:
        for sign, seconds in ((signal.SIGTERM, 20), (signal.SIGKILL, 5)):
            try:
                os.killpg(self.process.pid, sign)
                self.process.wait(timeout=seconds)
            except (ProcessLookupError, subprocess.TimeoutExpired):
                continue


class Stacks:
    """The CDK app, synthesised and deployed: what its command line does, by the same calls of CloudFormation."""

    def __init__(self, localstack: LocalStack) -> None:
        self.cloud, self.s3, self.ssm = (localstack.client(service) for service in ("cloudformation", "s3", "ssm"))
        self.url = localstack.url
        self.out = FOLDER / "cdk.out"
        self.order: list[str] = []
        self.bucket = f"cdk-hnb659fds-assets-{ACCOUNT}-{REGION}"

    def bootstrap(self) -> None:
        """Of what `cdk bootstrap` makes, what these templates look at."""
        self.s3.create_bucket(Bucket=self.bucket)
        self.ssm.put_parameter(Name="/cdk-bootstrap/hnb659fds/version", Value="28", Type="String")

    def synthesise(self, context: dict[str, str]) -> None:
        shutil.rmtree(self.out, ignore_errors=True)
        given = [word for key, value in context.items() for word in ("-c", f"{key}={value}")]
        run("synth-failed", ["npx", "--yes", "aws-cdk@2", "synth", "--quiet", "--output", str(self.out), *given], ROOT / "infra-cdk")
        artifacts = json.loads((self.out / "manifest.json").read_text())["artifacts"]
        self.order = []
        self.templates = {name: one["properties"]["templateFile"] for name, one in artifacts.items() if one["type"] == "aws:cloudformation:stack"}

        def visit(name: str) -> None:
            for before in artifacts[name].get("dependencies", []):
                visit(before)
            if name in self.templates and name not in self.order:
                self.order.append(name)

        for name in self.templates:
            visit(name)

    def template(self, stack: str) -> dict:
        return json.loads((self.out / self.templates[stack]).read_text())

    def resources(self, *types: str) -> list[tuple[str, str, dict]]:
        """Stack, logical id and properties of each resource of these types in the app."""
        return [(stack, name, resource.get("Properties", {})) for stack in self.order
                for name, resource in self.template(stack)["Resources"].items() if resource["Type"] in types]

    def deploy(self, stack: str) -> int:
        """How many resources it made.

        LocalStack knows the deletion policy Retain and not RetainExceptOnCreate, which means the same for a stack that stands: it is told
        the first. All else in the template is as it was synthesised.
        """
        for asset in json.loads((self.out / f"{stack}.assets.json").read_text())["files"].values():
            key = next(iter(asset["destinations"].values()))["objectKey"]
            if asset["source"]["path"] != self.templates[stack]:
                self.s3.upload_file(str(self.out / asset["source"]["path"]), self.bucket, key)
                continue
            template, body = key, (self.out / self.templates[stack]).read_text()
            self.s3.put_object(Bucket=self.bucket, Key=key, Body=body.replace('"RetainExceptOnCreate"', '"Retain"'))
        self.cloud.create_stack(StackName=stack, TemplateURL=f"{self.url}/{self.bucket}/{template}",
                                Capabilities=["CAPABILITY_IAM", "CAPABILITY_NAMED_IAM"])
        state = self._settled(stack)
        if state != "CREATE_COMPLETE":
            raise Failed("stack-failed", f"{stack} is {state}: {'; '.join(self.reasons(stack))}")
        return len(self._resources(stack))

    def _settled(self, stack: str) -> str:
        """Its state, once nothing goes on any more."""
        until = time.monotonic() + 600
        while time.monotonic() < until:
            try:
                state = self.cloud.describe_stacks(StackName=stack)["Stacks"][0]["StackStatus"]
            except ClientError:
                return "DELETE_COMPLETE"
            if not state.endswith("_IN_PROGRESS"):
                return state
            time.sleep(1)
        return "unfinished after ten minutes"

    def reasons(self, stack: str) -> list[str]:
        return [f"{one['LogicalResourceId']}: {one.get('ResourceStatusReason', '')}"
                for one in self.cloud.describe_stack_events(StackName=stack)["StackEvents"]
                if one["ResourceStatus"].endswith("_FAILED") and one.get("ResourceStatusReason")]

    def _resources(self, stack: str) -> list[dict]:
        pages = self.cloud.get_paginator("list_stack_resources").paginate(StackName=stack)
        return [one for page in pages for one in page["StackResourceSummaries"]]

    def physical(self, stack: str, name: str) -> str:
        return self.cloud.describe_stack_resource(StackName=stack, LogicalResourceId=name)["StackResourceDetail"]["PhysicalResourceId"]

    def resolved(self, stack: str, value) -> str:
        """What a reference to another resource became, in its stack or in another."""
        match value:
            case {"Ref": name}:
                return self.physical(stack, name)
            case {"Fn::ImportValue": name}:
                pages = self.cloud.get_paginator("list_exports").paginate()
                return next(one["Value"] for page in pages for one in page["Exports"] if one["Name"] == name)
            case {"Fn::Join": [between, parts]}:
                known = {"AWS::Partition": "aws", "AWS::Region": REGION, "AWS::AccountId": ACCOUNT}
                return between.join(part if isinstance(part, str) else known.get(part.get("Ref")) or self.resolved(stack, part) for part in parts)
            case _:
                return str(value)

    def delete(self, stack: str) -> None:
        self.cloud.delete_stack(StackName=stack)
        state = self._settled(stack)
        check(state == "DELETE_COMPLETE", "stack-not-deleted", f"{stack} is {state}")

    def destroy(self) -> None:
        for stack in reversed(self.order):
            self.delete(stack)


# What the platform publishes of itself, for whoever asks.
PUBLISHED = {"GET /v1/openapi.json", "GET /v1/asyncapi.json", "GET /v1/schemas/{type}", "GET /docs", "GET /docs/{file}"}


class Face:
    """Stands where API Gateway stands, which LocalStack has not: the deployed routes, the payload 2.0, the deployed functions.

    Its tokens are claims and no proof, since nothing here verifies one; that is tried elsewhere, and by API Gateway alone.
    It remembers what was posted and read.
    """

    def __init__(self, localstack: LocalStack, quiet) -> None:
        self.functions = localstack.client("lambda")
        self.routes: dict[str, str] = {}
        self.posted: list[tuple[str, str, bytes]] = []
        self.outcomes: list[tuple[str, str]] = []
        self.read: dict[tuple[str, str], None] = {}
        self.quiet = quiet
        self.server = ThreadingHTTPServer(("127.0.0.1", 0), self._handler())
        self.server.daemon_threads = True
        self.url = f"http://127.0.0.1:{self.server.server_port}"
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def follow(self, stacks: Stacks) -> None:
        """Takes its routes from what is deployed."""
        integrations = {(stack, name): stacks.resolved(stack, properties["IntegrationUri"])
                        for stack, name, properties in stacks.resources("AWS::ApiGatewayV2::Integration")}
        self.routes = {}
        for stack, _, properties in stacks.resources("AWS::ApiGatewayV2::Route"):
            check(properties.get("AuthorizationType") == "JWT" or properties["RouteKey"] in PUBLISHED, "open-route", properties["RouteKey"])
            integration = properties["Target"]["Fn::Join"][1][1]["Ref"]
            self.routes[properties["RouteKey"]] = integrations[stack, integration]

    def _function(self, method: str, path: str) -> str | None:
        for key, function in self.routes.items():
            verb, pattern = key.split(" ")
            parts = re.escape(pattern).replace(r"/\{proxy\+\}", "/.+")
            if verb in (method, "ANY") and re.fullmatch(re.sub(r"\\\{\w+\\\}", "[^/]+", parts), path):
                return function
        return None

    def call(self, method: str, target: str, claims: dict[str, str], body: bytes = b"", media: str = "") -> tuple[int, str, str]:
        """Status, media type and body of the function's answer."""
        parts = urlsplit(target)
        function = self._function(method, parts.path)
        if function is None:
            return 404, "text/plain", "no route\n"
        event = {"version": "2.0", "routeKey": f"{method} {parts.path}", "rawPath": parts.path, "rawQueryString": parts.query,
                 "headers": {"content-type": media}, "queryStringParameters": dict(parse_qsl(parts.query)),
                 "requestContext": {"requestId": str(uuid.uuid4()), "stage": "$default", "http": {"method": method, "path": parts.path},
                                    "authorizer": {"jwt": {"claims": claims}}},
                 "body": base64.b64encode(body).decode(), "isBase64Encoded": True}
        answer = invoke(self.functions, function, event)
        return answer["statusCode"], answer.get("headers", {}).get("content-type", ""), answer.get("body", "")

    def _handler(face) -> type[BaseHTTPRequestHandler]:
        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_GET(self) -> None:
                parts = urlsplit(self.path)
                if parts.path == "/token":
                    return self._answer(200, "text/plain", claims_as_token(dict(parse_qsl(parts.query))))
                if parts.path == "/quiet":
                    face.quiet()
                    return self._answer(200, "text/plain", "")
                token = self._token()
                # What has changed since is another answer each time.
                if "since=" not in self.path:
                    face.read[token, self.path] = None
                self._answer(*face.call("GET", self.path, claims_of(token)))

            def do_POST(self) -> None:
                token, body = self._token(), self.rfile.read(int(self.headers["content-length"]))
                media = self.headers["content-type"]
                status, kind, answer = face.call("POST", self.path, claims_of(token), body, media)
                if self.path == "/v1/events":
                    face.posted.append((token, media, body))
                    for result in json.loads(answer).get("results", []):
                        face.outcomes.extend((token, path) for path in result.get("outcome", []))
                self._answer(status, kind, answer)

            def _token(self) -> str:
                return self.headers.get("authorization", "").removeprefix("Bearer ")

            def _answer(self, status: int, media: str, body: str) -> None:
                content = body.encode()
                self.send_response(status)
                self.send_header("content-type", media)
                self.send_header("content-length", str(len(content)))
                self.end_headers()
                self.wfile.write(content)

            def log_message(self, format: str, *args) -> None:
                """The transcript is enough."""

        return Handler


def claims_as_token(claims: dict[str, str]) -> str:
    return ".".join(["e30", base64.urlsafe_b64encode(json.dumps(claims).encode()).decode().rstrip("="), "none"])


def claims_of(token: str) -> dict[str, str]:
    part = token.split(".")[1]
    return {name: str(value) for name, value in json.loads(base64.urlsafe_b64decode(part + "=" * (-len(part) % 4))).items()}


def invoke(functions, name: str, event: dict):
    """What a function answers to an event; an error of its own is one of the rehearsal's."""
    answer = functions.invoke(FunctionName=name, Payload=json.dumps(event).encode())
    payload = answer["Payload"].read().decode()
    check("FunctionError" not in answer, "function-failed", f"{name}: {payload[:2000]}")
    return json.loads(payload) if payload else None


class Rehearsal:
    def __init__(self, localstack: LocalStack) -> None:
        self.localstack = localstack
        self.stacks = Stacks(localstack)
        self.face = Face(localstack, self.at_rest)
        self.sqs, self.functions, self.dynamo, self.kms = (localstack.client(one) for one in ("sqs", "lambda", "dynamodb", "kms"))
        self.urls: list[str] = []

    def play(self) -> None:
        self.localstack.await_ready()
        say("LocalStack is up")
        self.stacks.bootstrap()
        self.stacks.synthesise(self.context())
        say(f"synthesised {len(self.stacks.order)} stacks")
        self.deploy()
        self.every_function_starts()
        self.walks()
        self.first_user()
        self.schedules()
        self.nothing_is_lost()
        seen = self.everything_read()
        self.stacks.destroy()
        say(f"destroyed: kept are {self.kept_words()}")
        kept = self.kept()
        self.a_plain_deployment_fails()
        self.stacks.synthesise(self.context() | kept)
        self.deploy()
        self.every_function_starts()
        # The new relays read the kept streams from their beginning, and send everything once more.
        self.at_rest()
        check(self.everything_read() == seen, "records-changed", "what is read on the kept tables is not what was read before")
        say(f"{len(seen)} pages read as before, names opened with the kept key")
        self.posts_again()
        check(self.everything_read() == seen, "applied-twice", "an event posted again on the kept tables was not dropped")
        say(f"{len(self.face.posted)} posts under their old ids: taken, and nothing changed")
        self.nothing_is_lost()

    @staticmethod
    def context() -> dict[str, str]:
        # Lambda's architecture is the machine's; what a mistake may not delete could not be destroyed.
        return {"protection": "false", "architecture": "arm64" if os.uname().machine in ("aarch64", "arm64") else "x86_64"}

    def deploy(self) -> None:
        for stack in self.stacks.order:
            say(f"deployed {stack}: {self.stacks.deploy(stack)} resources")
        self.urls = [url for page in self.sqs.get_paginator("list_queues").paginate() for url in page.get("QueueUrls", [])]
        self.face.follow(self.stacks)

    def every_function_starts(self) -> None:
        """From its own zip; with a batch of nothing, or with nobody's request. What is scheduled is called later, for its time."""
        faced = set(self.face.routes.values())
        scheduled = {arn for arn, _ in self.scheduled()}
        pages = self.functions.get_paginator("list_event_source_mappings").paginate()
        batched = [one["FunctionArn"] for page in pages for one in page["EventSourceMappings"]]
        deployed = [self.stacks.physical(stack, name) for stack, name, _ in self.stacks.resources("AWS::Lambda::Alias")]
        check(len(batched) == len(self.stacks.resources("AWS::Lambda::EventSourceMapping")), "mapping-missing", batched)
        check(set(deployed) == faced | scheduled | set(batched), "function-nobody-calls", set(deployed) ^ (faced | scheduled | set(batched)))
        starting = time.monotonic()

        def start(function: str) -> None:
            if function in faced:
                answer = invoke(self.functions, function, {"rawPath": "/v1/none", "headers": {}, "requestContext": {"http": {"method": "GET"}}})
                check(400 <= answer["statusCode"] < 500, "function-failed", f"{function}: {answer}")
            else:
                answer = invoke(self.functions, function, {"Records": []})
                check(answer == {"batchItemFailures": []}, "function-failed", f"{function}: {answer}")

        with ThreadPoolExecutor(2) as pool:
            list(pool.map(start, [one for one in deployed if one not in scheduled]))
        say(f"{len(deployed) - len(scheduled)} functions started from their zip, in {time.monotonic() - starting:.0f} s")

    def walks(self) -> None:
        """The README's, as a reader would paste them; where they wait a moment, until everything is at rest."""
        sections = re.split(r"^## ", (ROOT / "README.md").read_text(), flags=re.M)
        script = "\n".join(block for section in sections if section.startswith("A walk")
                           for block in re.findall(r"^```sh\n(.*?)^```", section, re.M | re.S))
        check("HOST=http://localhost:8080" in script, "no-walk", "README.md has no walk that begins with HOST=http://localhost:8080")
        script = "sleep() { curl -sf \"$HOST/quiet\"; }\n" + script.replace("HOST=http://localhost:8080", f"HOST={self.face.url}")
        walk = subprocess.Popen(["bash", "-euo", "pipefail", "-c", script], cwd=ROOT, text=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
        for line in walk.stdout:
            print(f"    {line}", end="", flush=True)
        check(walk.wait() == 0, "walk-failed", f"a command of the README's ended with {walk.returncode}")
        self.at_rest()
        for token, path in self.face.outcomes:
            status, _, answer = self.face.call("GET", path, claims_of(token))
            outcome = json.loads(answer)
            check(status == 200 and outcome.get("outcome") == "applied", "not-applied", f"{path}: {status} {answer}")
        say(f"walked: {len(self.face.posted)} posts, {len(self.face.outcomes)} events, all applied")

    def first_user(self) -> None:
        """From nobody to an event that is applied, with a password and a second factor."""
        (gateway, _, _), = self.stacks.resources("AWS::ApiGatewayV2::Api")
        try:
            outcome = first_user.play(self.stacks, gateway, self.face.url, FOLDER, ROOT)
        except (AssertionError, ClientError, BotoCoreError, subprocess.TimeoutExpired) as e:
            raise Failed("first-user-failed", str(e)) from e
        # The walk's household is on nobody's books.
        check(outcome.get("outcome") in ("applied", "early"), "not-decided", outcome)
        say(f"the first user: made, let in with a second factor, and heard: {outcome['outcome']}, by {outcome['rule']}")

    def scheduled(self) -> list[tuple[str, str]]:
        return [(self.stacks.resolved(stack, properties["Target"]["Arn"]), properties["Target"]["Input"])
                for stack, _, properties in self.stacks.resources("AWS::Scheduler::Schedule")]

    def schedules(self) -> None:
        """LocalStack keeps schedules and calls nobody: each target is called once, with its own input, for this minute."""
        now = datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:00Z")
        for function, said in self.scheduled():
            invoke(self.functions, function, json.loads(said.replace("<aws.scheduler.scheduled-time>", now)))
        self.at_rest()
        say(f"{len(self.scheduled())} schedules called for {now}")

    def at_rest(self) -> None:
        """Until no queue has held a message for a while."""
        until, still = time.monotonic() + REST_SECONDS, time.monotonic()
        while time.monotonic() - still < STILL_SECONDS:
            check(time.monotonic() < until, "never-at-rest", f"queues hold messages after {REST_SECONDS} s")
            if any(self.messages(url) for url in self.urls if not self.is_last(url)):
                still = time.monotonic()
            time.sleep(0.5)

    def messages(self, url: str) -> int:
        counts = self.sqs.get_queue_attributes(QueueUrl=url, AttributeNames=["All"])["Attributes"]
        return sum(int(counts[f"ApproximateNumberOfMessages{kind}"]) for kind in ("", "NotVisible", "Delayed"))

    @staticmethod
    def is_last(url: str) -> bool:
        """Whether what is in it waits for a person."""
        return url.endswith(("-dead.fifo", "-failed"))

    def nothing_is_lost(self) -> None:
        lost = {url.rsplit("/", 1)[1]: self.messages(url) for url in self.urls if self.is_last(url)}
        check(not any(lost.values()), "dead-letters", {queue: count for queue, count in lost.items() if count})
        logs = {log.name: log.read_text(errors="replace") for log in (FOLDER / "functions").glob("*.log")}
        failed = [name for name, log in logs.items() if re.search(r'"level":"(ERROR|SEVERE)"|InvocationFailed|Exception in thread', log)]
        check(not failed, "function-failed", failed)
        again = sum(log.count('"level":"WARNING"') for log in logs.values())
        say(f"{len(lost)} queues of last resort are empty; no call failed, {again} warnings of what was tried again")

    def everything_read(self) -> dict[str, str]:
        """What every page the walks read says now, to whom it was read."""
        pages = {}
        for token, path in self.face.read:
            status, _, body = self.face.call("GET", path, claims_of(token))
            check(status == 200, "not-readable", f"{path}: {status} {body}")
            pages[f"{claims_of(token).get('role')} {path}"] = body
        return pages

    def tables(self) -> list[dict]:
        names = [name for page in self.dynamo.get_paginator("list_tables").paginate() for name in page["TableNames"]]
        return [self.dynamo.describe_table(TableName=name)["Table"] for name in names if name.startswith(PREFIX)]

    def sealing_key(self) -> str:
        return self.kms.describe_key(KeyId=f"alias/{PREFIX}sealing")["KeyMetadata"]["Arn"]

    def kept(self) -> dict[str, str]:
        """The context that names what was kept, as docs/operating.md makes it."""
        named = {"sealing-key": self.sealing_key()}
        for table in self.tables():
            programme = table["TableName"].removeprefix(PREFIX)
            named["table-" + programme] = table["LatestStreamArn"]
            named["key-" + programme] = table["SSEDescription"]["KMSMasterKeyArn"]
        return named

    def kept_words(self) -> str:
        check(bool(self.tables()), "nothing-kept", "no table is left after all stacks were destroyed")
        for key in [self.sealing_key(), *(table["SSEDescription"]["KMSMasterKeyArn"] for table in self.tables())]:
            state = self.kms.describe_key(KeyId=key)["KeyMetadata"]["KeyState"]
            check(state == "Enabled", "key-not-kept", f"{key} is {state}")
        items = sum(self.dynamo.scan(TableName=table["TableName"], Select="COUNT")["Count"] for table in self.tables())
        return f"{len(self.tables())} tables of {items} items, their keys, the sealing key and its name"

    def a_plain_deployment_fails(self) -> None:
        """Beside what was kept, and before anything could be sealed with another key."""
        failed = []
        for stack in self.stacks.order:
            try:
                self.stacks.deploy(stack)
            except Failed as e:
                failed.append(stack)
                say(f"a plain deployment stops at {stack}: {str(e)[:300]}")
                break
        check(bool(failed), "second-key", "a plain deployment beside kept tables went through")
        for stack in reversed(self.stacks.order[:self.stacks.order.index(failed[0]) + 1]):
            self.stacks.delete(stack)

    def posts_again(self) -> None:
        for token, media, body in self.face.posted:
            status, _, answer = self.face.call("POST", "/v1/events", claims_of(token), body, media)
            check(status == 202, "not-taken", f"{status} {answer}")
        self.at_rest()


def main() -> int:
    parser = argparse.ArgumentParser(prog="local/localstack/rehearse")
    parser.add_argument("--port", type=int, default=4567)
    parser.add_argument("--built", action="store_true")
    parser.add_argument("--keep", action="store_true")
    given = parser.parse_args()
    # Told to stop in either way, it ends what it started.
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    localstack = None
    try:
        if not given.built:
            run("build-failed", ["./mvnw", "-q", "package", "-DskipTests", "-pl", "functions", "-am"])
            say("built functions/target/functions-lambda.zip")
        localstack = LocalStack(given.port)
        rehearsal = Rehearsal(localstack)
        rehearsal.play()
        say("all as it should be")
        if given.keep:
            say(f"LocalStack on {localstack.url}, the face on {rehearsal.face.url}; Ctrl-C ends both")
            signal.pause()
        return 0
    except Failed as e:
        print(e, file=sys.stderr)
    except (BotoCoreError, ClientError) as e:
        # Of LocalStack, or a function it could not start: localstack.log beside it says more.
        print(f"call-failed: {e}; see {FOLDER / 'localstack.log'}", file=sys.stderr)
    except KeyboardInterrupt:
        print("interrupted", file=sys.stderr)
        return 0 if given.keep else 130
    finally:
        if localstack is not None:
            localstack.close()
    return 1


if __name__ == "__main__":
    sys.exit(main())
