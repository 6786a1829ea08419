"""Reads the mails of a Maildir with Python's own parser and prints one JSON object for each."""
import email, email.policy, json, pathlib, sys

for path in sorted(pathlib.Path(sys.argv[1], "new").iterdir()):
    mail = email.message_from_bytes(path.read_bytes(), policy=email.policy.default)
    body = lambda kind: mail.get_body((kind,)).get_content()
    defects = [str(d) for part in mail.walk() for d in part.defects]
    headers = {name.lower(): str(value) for name, value in mail.items()}
    print(json.dumps({"headers": headers, "text": body("plain"), "html": body("html"),
                      "type": mail.get_content_type(), "defects": defects}))
