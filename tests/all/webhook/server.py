"""A receiver of webhooks that misbehaves as the path says. Prints its port, then a JSON line for each
request with whether the signature is right, worked out by Python's own HMAC.

  server.py SECRET [CERTIFICATE KEY]
"""
import base64, hashlib, hmac, json, socketserver, ssl, sys, threading, time
from http.server import BaseHTTPRequestHandler

secret = base64.b64decode(sys.argv[1].removeprefix("whsec_"))
seen = {}
output = threading.Lock()


def is_signed(headers, body):
    signed = f"{headers['webhook-id']}.{headers['webhook-timestamp']}.".encode() + body
    want = base64.b64encode(hmac.new(secret, signed, hashlib.sha256).digest()).decode()
    recent = abs(time.time() - int(headers["webhook-timestamp"])) < 60
    return recent and headers["webhook-signature"] == f"v1,{want}"


def tell(request):
    """Writes one line; threads share the output."""
    with output:
        print(json.dumps(request), flush=True)


class Handler(BaseHTTPRequestHandler):
    def do_POST(self):
        body = self.rfile.read(int(self.headers["content-length"]))
        seen[self.path] = seen.get(self.path, 0) + 1
        tell({"path": self.path, "signed": is_signed(self.headers, body),
              "id": self.headers["idempotency-key"], "type": self.headers["content-type"],
              "host": self.headers["host"], "body": json.loads(body)})
        fault, _, value = self.path.strip("/").partition("/")
        if fault == "status":
            status, _, retry_after = value.partition("/")
            return self.answer(int(status), {"retry-after": retry_after} if retry_after else {})
        if fault == "busy-once" and seen[self.path] == 1:
            return self.answer(503, {})
        if fault == "redirect":
            return self.answer(308, {"location": "/followed"})
        if fault == "silent":
            time.sleep(float(value))
        if fault == "half":
            self.wfile.write(b"HTTP/1.1 200")
            return
        if fault == "drop":
            return
        if fault == "endless":
            self.send_response(500)
            self.end_headers()
            while True:
                self.wfile.write(b"no " * 1000)
        self.answer(204, {})

    def do_GET(self):
        """Lets the test know that all requests before this one are printed."""
        tell({"path": None})
        self.answer(204, {})

    def answer(self, status, headers):
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        words = b"" if status == 204 else b"<b>said\r\nthe server</b>"
        self.send_header("content-length", str(len(words)))
        self.end_headers()
        self.wfile.write(words)

    def log_message(self, *words):
        pass


class Server(socketserver.ThreadingTCPServer):
    daemon_threads = True
    context = None

    def finish_request(self, request, address):
        # The handshake belongs to the request's own thread; a caller that breaks it off is no error.
        try:
            if self.context:
                request = self.context.wrap_socket(request, server_side=True)
            super().finish_request(request, address)
        except OSError:
            pass


with Server(("127.0.0.1", 0), Handler) as server:
    if len(sys.argv) > 2:
        server.context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        server.context.load_cert_chain(sys.argv[2], sys.argv[3])
    print(server.server_address[1], flush=True)
    server.serve_forever()
