"""Runs functions where there is no Docker: LocalStack's executor, by processes of this machine.

An execution environment is a Java process in the folder where LocalStack has unpacked the function's zip. It runs AWS's own
runtime interface client, with the options of the managed runtime, and is served Lambda's Runtime API from here:
https://docs.aws.amazon.com/lambda/latest/dg/runtimes-api.html. Environment variables, credentials and log groups are those
LocalStack gives; queues, streams, asynchronous calls and aliases are LocalStack's too.

Two variables say with what: ``FUNCTION_JAVA``, the java that runs functions, and ``FUNCTION_CLASS_PATH``, what the managed runtime
puts on a function's class path by itself. What functions print goes to ``FUNCTION_LOGS``, a folder, besides to their log groups.
"""

import json
import os
import queue
import subprocess
import threading
import time
from concurrent.futures import Future
from concurrent.futures import TimeoutError as Elapsed
from functools import cache
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from zipfile import ZipFile

from localstack import config
from localstack.services.lambda_.invocation.lambda_models import FunctionVersion, InvocationResult
from localstack.services.lambda_.invocation.plugins import RuntimeExecutorPlugin
from localstack.services.lambda_.invocation.runtime_executor import LambdaRuntimeException, RuntimeExecutor

# The managed runtime's own, as its processes show them.
MANAGED = ["-XX:+UseSerialGC", "-XX:+TieredCompilation", "-XX:TieredStopAtLevel=1", "--add-opens=java.base/java.io=ALL-UNNAMED",
           "-Dorg.crac.Core.Compat=com.amazonaws.services.lambda.crac", "-Djava.net.preferIPv4Stack=true"]
CLIENT = "com.amazonaws.services.lambda.runtime.api.client.AWSLambda"
# Where it looks for its native library before it unpacks one to a fixed name in /tmp, which two that start at a time would spoil.
NATIVE = "com.amazonaws.services.lambda.runtime.api.client.runtimeapi.NativeClient.JNI"
API = "/2018-06-01/runtime/"


class ProcessExecutorPlugin(RuntimeExecutorPlugin):
    """What LAMBDA_RUNTIME_EXECUTOR=process names."""

    name = "process"

    def load(self, *args, **kwargs):
        return ProcessExecutor


class ProcessExecutor(RuntimeExecutor):
    """One execution environment: it takes one call at a time, as LocalStack sees to."""

    def __init__(self, id: str, function_version: FunctionVersion) -> None:
        super().__init__(id, function_version)
        self.environment: dict[str, str] = {}
        self.process: subprocess.Popen | None = None
        self.calls: queue.Queue[dict[str, str]] = queue.Queue()
        self.outcome: Future[tuple[bool, bytes]] = Future()
        self.ready: Future[bool] = Future()
        self.log = Path(os.environ["FUNCTION_LOGS"]) / f"{function_version.id.function_name}-{id[:8]}.log"
        self.api = ThreadingHTTPServer(("127.0.0.1", 0), self._handler())
        self.api.daemon_threads = True

    def start(self, env_vars: dict[str, str]) -> None:
        threading.Thread(target=self.api.serve_forever, daemon=True).start()
        self.environment = {name: str(value) for name, value in env_vars.items()}
        self._launch()

    def _launch(self) -> None:
        self.ready, self.outcome = Future(), Future()
        folder = str(self.function_version.config.code.get_unzipped_code_location())
        memory = self.function_version.config.memory_size
        environment = {"PATH": os.environ["PATH"], **self.environment, "LAMBDA_TASK_ROOT": folder,
                       "AWS_LAMBDA_RUNTIME_API": f"127.0.0.1:{self.api.server_port}"}
        with self.log.open("ab") as log:
            self.process = subprocess.Popen(
                [os.environ["FUNCTION_JAVA"], f"-Xmx{memory * 4 // 5}m", *MANAGED, f"-D{NATIVE}={_native()}", "-cp", os.environ["FUNCTION_CLASS_PATH"],
                 CLIENT, self.environment["_HANDLER"]],
                cwd=folder, env=environment, stdin=subprocess.DEVNULL, stdout=log, stderr=subprocess.STDOUT)
        threading.Thread(target=self._watch, args=(self.process, self.ready, self.outcome), daemon=True).start()
        self.ready.result()

    @staticmethod
    def _watch(process: subprocess.Popen, ready: Future, outcome: Future) -> None:
        """Whoever waits for a process that has died need not wait longer."""
        status = process.wait()
        _settle(ready, LambdaRuntimeException(f"the process ended with {status} before it asked for a call"))
        _settle(outcome, LambdaRuntimeException(f"the process ended with {status}"))

    def invoke(self, payload: dict[str, str]) -> InvocationResult:
        if self.process is None or self.process.poll() is not None:
            # As Lambda does after a timeout or a crash: the environment starts anew.
            self._launch()
        self.outcome = outcome = Future()
        threading.Thread(target=self._watch, args=(self.process, self.ready, outcome), daemon=True).start()
        printed = self.log.stat().st_size
        begun = time.monotonic()
        self.calls.put(payload)
        seconds = int(self.function_version.config.timeout)
        try:
            is_error, body = outcome.result(timeout=seconds)
        except Elapsed:
            self.process.kill()
            is_error, body = True, _error("Sandbox.Timedout", f"Task timed out after {seconds}.00 seconds")
        except LambdaRuntimeException as e:
            is_error, body = True, _error("Runtime.ExitError", str(e))
        request = payload["invoke-id"]
        with self.log.open("rb") as log:
            log.seek(printed)
            lines = log.read().decode(errors="replace")
        took = (time.monotonic() - begun) * 1000
        return InvocationResult(request, body, is_error, f"START RequestId: {request}\n{lines}END RequestId: {request}\n"
                                                         f"REPORT RequestId: {request}\tDuration: {took:.2f} ms\n")

    def stop(self) -> None:
        if self.process is not None:
            self.process.terminate()
            try:
                self.process.wait(timeout=5)
            except subprocess.TimeoutExpired:
                self.process.kill()
        threading.Thread(target=self._close, daemon=True).start()

    def _close(self) -> None:
        self.api.shutdown()
        self.api.server_close()

    def get_address(self) -> str:
        return "127.0.0.1"

    def get_endpoint_from_executor(self) -> str:
        return "127.0.0.1"

    def get_runtime_endpoint(self) -> str:
        return f"http://127.0.0.1:{config.GATEWAY_LISTEN[0].port}/_localstack_lambda/{self.id}"

    def get_logs(self) -> str:
        return self.log.read_text(errors="replace") if self.log.exists() else ""

    @classmethod
    def prepare_version(cls, function_version: FunctionVersion) -> None:
        Path(os.environ["FUNCTION_LOGS"]).mkdir(parents=True, exist_ok=True)
        # Before two ask for it at a time.
        _native()
        function_version.config.code.prepare_for_execution()

    @classmethod
    def cleanup_version(cls, function_version: FunctionVersion) -> None:
        """LocalStack deletes what it has unpacked."""

    def _handler(executor) -> type[BaseHTTPRequestHandler]:
        class Handler(BaseHTTPRequestHandler):
            """The Runtime API."""

            protocol_version = "HTTP/1.1"

            def do_GET(self) -> None:
                if self.path != API + "invocation/next":
                    return self._answer(404)
                _settle(executor.ready, True)
                call = executor.calls.get()
                timeout = int(executor.function_version.config.timeout)
                self._answer(200, call["payload"].encode(), {
                    "Lambda-Runtime-Aws-Request-Id": call["invoke-id"],
                    "Lambda-Runtime-Deadline-Ms": str(int((time.time() + timeout) * 1000)),
                    "Lambda-Runtime-Invoked-Function-Arn": call["invoked-function-arn"],
                    "Lambda-Runtime-Trace-Id": call["trace-id"], "Content-Type": "application/json"})

            def do_POST(self) -> None:
                body = self._body()
                if self.path == API + "init/error":
                    _settle(executor.ready, LambdaRuntimeException(body.decode(errors="replace")))
                else:
                    _settle(executor.outcome, (self.path.endswith("/error"), body))
                self._answer(202)

            def _body(self) -> bytes:
                if self.headers.get("Transfer-Encoding", "").lower() != "chunked":
                    return self.rfile.read(int(self.headers.get("Content-Length", 0)))
                body = b""
                while size := int(self.rfile.readline().split(b";")[0], 16):
                    body += self.rfile.read(size)
                    self.rfile.readline()
                self.rfile.readline()
                return body

            def _answer(self, status: int, body: bytes = b"", headers: dict[str, str] | None = None) -> None:
                self.send_response(status)
                for name, value in {"Content-Length": str(len(body)), **(headers or {})}.items():
                    self.send_header(name, value)
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, format: str, *args) -> None:
                """The functions' own words are enough."""

        return Handler


@cache
def _native() -> Path:
    """The client's native library for this machine, unpacked once."""
    architecture = "aarch_64" if os.uname().machine in ("aarch64", "arm64") else "x86_64"
    (client,) = (jar for jar in os.environ["FUNCTION_CLASS_PATH"].split(":") if "runtime-interface-client" in jar)
    with ZipFile(client) as jar:
        return Path(jar.extract(f"jni/libaws-lambda-jni.linux-{architecture}.so", os.environ["FUNCTION_LOGS"]))


def _settle(future: Future, value) -> None:
    """Once: whoever comes later says nothing new."""
    if not future.done():
        future.set_exception(value) if isinstance(value, Exception) else future.set_result(value)


def _error(kind: str, message: str) -> bytes:
    return json.dumps({"errorType": kind, "errorMessage": message}).encode()
