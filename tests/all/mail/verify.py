"""Verifies DKIM signatures with a library of its own, given the public key that DNS would give. Prints a
JSON object for each mail of a Maildir: whether it verifies, whether it does with another subject, and
which headers are signed.

  verify.py MAILDIR PUBLIC_KEY_BASE64
"""
import dkim, json, pathlib, re, sys

asked = []


def dns(name, timeout=5):
    asked.append(name.decode())
    return b"v=DKIM1; k=rsa; p=" + sys.argv[2].encode()


for path in sorted(pathlib.Path(sys.argv[1], "new").iterdir()):
    mail = re.sub(rb"\r?\n", b"\r\n", path.read_bytes())
    forged = re.sub(rb"\r\nSubject: ", b"\r\nSubject: Not ", mail, count=1)
    signed = re.search(rb"h=([^;]*)", dkim.DKIM(mail).headers[[n.lower() for n, _ in dkim.DKIM(mail).headers]
                       .index(b"dkim-signature")][1]).group(1).decode()
    print(json.dumps({"verifies": dkim.verify(mail, dnsfunc=dns), "key": asked[-1],
                      "forged": dkim.verify(forged, dnsfunc=dns),
                      "signed": [name.strip().lower() for name in signed.split(":")]}))
