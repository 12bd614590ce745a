"""Plays the first user's walk of docs/operating.md, with a Cognito that is moto's, and the face of what is deployed.

The user pool and its client are made from the properties the template gives them; every command of the walk is run as it stands, by the
AWS CLI. Where moto lets a user in without the second factor that the pool requires, what Cognito answers has been put in: the
challenge to set it up. moto checks the code itself.
"""

import json
import logging
import os
import re
import subprocess
import textwrap
import uuid
from pathlib import Path

import boto3

os.environ["MOTO_COGNITO_IDP_USER_POOL_ENABLE_TOTP"] = "true"

from moto.cognitoidp.models import CognitoIdpBackend  # noqa: E402
from moto.server import ThreadedMotoServer  # noqa: E402

PASSWORD = "Chongshan-2026"
WEAK = "chongshan"

# A phone's authenticator, where oathtool is not installed: RFC 6238.
AUTHENTICATOR = """\
#!/usr/bin/env python3
import base64, hashlib, hmac, struct, sys, time
mac = hmac.digest(base64.b32decode(sys.argv[-1].upper() + "=" * (-len(sys.argv[-1]) % 8)), struct.pack(">Q", int(time.time()) // 30), "sha1")
print("%06d" % ((struct.unpack(">I", mac[mac[-1] & 15:][:4])[0] & 0x7FFFFFFF) % 10**6))
"""


def _asks_for_the_second_factor(let_in):
    def admin_initiate_auth(backend, user_pool_id, client_id, auth_flow, auth_parameters):
        answer = let_in(backend, user_pool_id, client_id, auth_flow, auth_parameters)
        pool = backend.describe_user_pool(user_pool_id)
        user = backend.admin_get_user(user_pool_id, auth_parameters["USERNAME"])
        if "AuthenticationResult" not in answer or pool.mfa_config != "ON" or user.token_verified:
            return answer
        session = str(uuid.uuid4())
        backend.sessions[session] = (user.username, pool)
        return {"ChallengeName": "MFA_SETUP", "ChallengeParameters": {"MFAS_CAN_SETUP": '["SOFTWARE_TOKEN_MFA"]'}, "Session": session}

    return admin_initiate_auth


def play(stacks, gateway: str, api: str, folder: Path, root: Path) -> dict:
    """What the walk's last command printed, with everything before it done."""
    CognitoIdpBackend.admin_initiate_auth = _asks_for_the_second_factor(CognitoIdpBackend.admin_initiate_auth)
    logging.getLogger("werkzeug").setLevel(logging.ERROR)
    server = ThreadedMotoServer("127.0.0.1", 0, verbose=False)
    server.start()
    try:
        url = "http://{}:{}".format(*server.get_host_and_port())
        clients = {name: boto3.client(name, endpoint_url=url, region_name="us-east-1", aws_access_key_id="test", aws_secret_access_key="test")
                   for name in ("cognito-idp", "cloudformation")}
        pool, client = _pool(clients["cognito-idp"], stacks)
        outputs = {"ApiUrl": api, "UserPoolId": pool, "ClientId": client}
        assert outputs.keys() == stacks.template(gateway)["Outputs"].keys() & outputs.keys(), "the walk's outputs are the stack's"
        clients["cloudformation"].create_stack(StackName=gateway, TemplateBody=json.dumps({
            "Resources": {"Only": {"Type": "AWS::SSM::Parameter", "Properties": {"Name": "only", "Type": "String", "Value": "outputs"}}},
            "Outputs": {name: {"Value": value} for name, value in outputs.items()}}))
        return _walk(folder, root, url)
    finally:
        server.stop()


def _pool(cognito, stacks) -> tuple[str, str]:
    (_, _, users), = stacks.resources("AWS::Cognito::UserPool")
    (_, _, client), = stacks.resources("AWS::Cognito::UserPoolClient")
    users = dict(users)
    name, factors = users.pop("UserPoolName"), users.pop("EnabledMfas")
    assert factors == ["SOFTWARE_TOKEN_MFA"], factors
    # What CloudFormation does with the properties: the API's own parameters, and a second call for the second factor.
    pool = cognito.create_user_pool(PoolName=name, **users)["UserPool"]["Id"]
    cognito.set_user_pool_mfa_config(UserPoolId=pool, SoftwareTokenMfaConfiguration={"Enabled": True}, MfaConfiguration=users["MfaConfiguration"])
    created = cognito.create_user_pool_client(ClientName="Apps", **(client | {"UserPoolId": pool}))
    return pool, created["UserPoolClient"]["ClientId"]


def _walk(folder: Path, root: Path, url: str) -> dict:
    tools = folder / "first-user"
    tools.mkdir(parents=True, exist_ok=True)
    (tools / "oathtool").write_text(AUTHENTICATOR)
    (tools / "oathtool").chmod(0o755)
    operating, readme = ((root / page).read_text() for page in ("docs/operating.md", "README.md"))
    section = operating.split("### The first user")[1].split("\n### ")[0]
    walk = re.search(r"^```sh\n(.*?)^```", section, re.M | re.S).group(1)
    uuid7 = re.search(r"^uuid7\(\).*$", readme, re.M).group(0)
    script = textwrap.dedent("""\
        sleep() { curl -sf "$HOST/quiet"; }
        """) + uuid7 + "\n" + walk
    environment = {"PATH": f"{tools}:{folder / 'venv/bin'}:{os.environ['PATH']}", "AWS_ENDPOINT_URL": url, "AWS_REGION": "us-east-1",
                   "AWS_DEFAULT_REGION": "us-east-1", "AWS_ACCESS_KEY_ID": "test", "AWS_SECRET_ACCESS_KEY": "test", "AWS_PAGER": "",
                   "HOME": str(tools), "PYTHONWARNINGS": "ignore"}

    def run(password: str) -> subprocess.CompletedProcess:
        return subprocess.run(["bash", "-euo", "pipefail", "-c", script], input=password + "\n", text=True, capture_output=True, check=False,
                              env=environment, timeout=300)

    weak = run(WEAK)
    if "InvalidPasswordException" not in weak.stderr:
        raise AssertionError(f"a password of nine letters was taken: {weak.stdout}{weak.stderr}")
    # That user is there now, as after a slip of an administrator's.
    script = script.replace("grid-17", "grid-18")
    done = run(PASSWORD)
    if done.returncode != 0:
        raise AssertionError(f"ended with {done.returncode}: {done.stdout[-1000:]}{done.stderr[-2000:]}")
    return json.loads(done.stdout[done.stdout.rindex("{"):])
