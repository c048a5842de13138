#!/usr/bin/env python3
"""Asks a site over HTTPS with a certificate made for the test: tls.py PATCHWORK

Makes a key and a certificate (openssl), serves a record by them, and: trusts it and asks, logs in and looks at the cookie,
asks without trust, by plain HTTP and by TLS 1.1, and serves with a key that is not the certificate's. Nothing is kept.
"""
import http.client
import os
import re
import signal
import ssl
import subprocess
import sys
import tempfile
import urllib.parse


def check(truth, words):
    """Fails with some words where something is not so."""
    if not truth:
        sys.exit(f"failed: {words}")


def made(folder, name):
    """A key and a certificate of this machine, signed by itself."""
    key, certificate = os.path.join(folder, name + ".key"), os.path.join(folder, name + ".pem")
    subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "2",
         "-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost,IP:127.0.0.1", "-keyout", key, "-out", certificate],
        check=True, stderr=subprocess.DEVNULL)
    return key, certificate


def ask(port, context, path, method="GET", body=None, headers=None):
    """One request over HTTPS."""
    connection = http.client.HTTPSConnection("localhost", port, context=context, timeout=10)
    connection.request(method, path, body, headers or {})
    answer = connection.getresponse()
    return answer.status, answer.headers, answer.read().decode()


def refused(act):
    """Whether an act fails as a connection does."""
    try:
        act()
    except (ssl.SSLError, ConnectionError, http.client.HTTPException):
        return True
    return False


def main():
    """Makes, serves, asks."""
    patchwork = os.path.abspath(sys.argv[1])
    with tempfile.TemporaryDirectory() as folder:
        db = os.path.join(folder, "a.record")
        key, certificate = made(folder, "desk")
        other, _ = made(folder, "other")
        password = "a password for the test"
        report = os.path.join(folder, "a.txt")
        with open(report, "w", encoding="utf-8") as file:
            file.write("Shells hit Aleppo on Monday, the relief office said.\n")
        subprocess.run([patchwork, "add", "--db", db, report], check=True, stdout=subprocess.DEVNULL)
        subprocess.run([patchwork, "users", "add", "--db", db, "--role", "manager", "Tester"], input=password + "\n",
                       text=True, check=True, stdout=subprocess.DEVNULL)
        flags = ["serve", "--db", db, "--port", "0", "--tls-certificate", certificate, "--tls-key"]
        wrong = subprocess.run([patchwork, *flags, other], stderr=subprocess.PIPE, text=True)
        check(wrong.returncode != 0 and "is not the key of" in wrong.stderr, f"a wrong key is taken: {wrong.stderr}")
        server = subprocess.Popen([patchwork, *flags, key], stdout=subprocess.PIPE, text=True)
        try:
            line = server.stdout.readline()
            check(" at https://" in line, f"not served: {line}")
            port = int(re.search(r":(\d+)/", line)[1])
            trusting = ssl.create_default_context(cafile=certificate)
            status, headers, page = ask(port, trusting, "/login")
            check(status == 200, f"{status}")
            check("max-age" in headers["Strict-Transport-Security"], "browsers are not asked to come by HTTPS alone")
            token = re.search(r'name="form_token" value="([^"]*)"', page)[1]
            form = urllib.parse.urlencode({"name": "Tester", "password": password, "form_token": token})
            status, headers, _ = ask(port, trusting, "/login", "POST", form,
                                     {"Content-Type": "application/x-www-form-urlencoded"})
            cookie = headers["Set-Cookie"] or ""
            check(status == 303 and cookie.startswith("__Host-patchwork=") and "Secure" in cookie, f"{status} {cookie}")
            status, _, _ = ask(port, trusting, "/incidents", headers={"Cookie": cookie.split(";")[0]})
            check(status == 200, f"logged in, and then {status}")
            check(refused(lambda: ask(port, ssl.create_default_context(), "/login")), "an unknown certificate is trusted")

            def plain():
                connection = http.client.HTTPConnection("localhost", port, timeout=10)
                connection.request("GET", "/login")
                connection.getresponse()

            check(refused(plain), "it speaks plain HTTP too")
            old = ssl.create_default_context(cafile=certificate)
            old.minimum_version = ssl.TLSVersion.TLSv1
            old.maximum_version = ssl.TLSVersion.TLSv1_1
            check(refused(lambda: ask(port, old, "/login")), "it speaks TLS 1.1")
        finally:
            server.send_signal(signal.SIGTERM)
            server.wait()
    print("over HTTPS alone, by TLS 1.2 or newer, with cookies that browsers keep to it")


if __name__ == "__main__":
    main()
