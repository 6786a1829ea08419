-- Releases that a person should look at are found without reading all others; what a person decided
-- about one is kept with the doubts that were looked at, so that others open it again.
CREATE INDEX release_in_doubt ON release (recorded_at)
  WHERE json_extract(reading, '$.doubts') IS NOT NULL OR instr(reading, '"area":null') > 0;
CREATE TABLE settled (
  digest     TEXT PRIMARY KEY REFERENCES release (digest),
  doubts     TEXT NOT NULL,
  settled_at TEXT NOT NULL,
  who        TEXT NOT NULL,
  why        TEXT NOT NULL
) WITHOUT ROWID;
