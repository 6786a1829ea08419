-- What people and the program remember beside everything else.
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;

-- One row per release, by the hash of its bytes. Originals and texts are deflated.
CREATE TABLE release (
  digest      TEXT PRIMARY KEY,
  media_type  TEXT NOT NULL,
  bytes       INTEGER NOT NULL,
  container   TEXT,                 -- digest of the mail that carries it
  reading     TEXT NOT NULL,        -- JSON as the contract prints it
  text        BLOB NOT NULL,
  original    BLOB,                 -- none once retention has let it go
  reader      TEXT NOT NULL,        -- version of the program that read it
  recorded_at TEXT NOT NULL
);

-- One row per path that was looked at.
CREATE TABLE seen (
  path       PRIMARY KEY NOT NULL,  -- text, or bytes where it is not UTF-8
  size       INTEGER NOT NULL,
  mtime_ns   INTEGER NOT NULL,
  ctime_ns   INTEGER NOT NULL,
  inode      INTEGER NOT NULL,
  digest     TEXT,
  state      TEXT NOT NULL,         -- recorded, set-aside, failed
  code       TEXT,
  message    TEXT,
  first_seen TEXT NOT NULL,
  last_seen  TEXT NOT NULL,
  gone_at    TEXT
);
CREATE INDEX seen_digest ON seen (digest);
CREATE INDEX seen_failed ON seen (state) WHERE state = 'failed';

-- What each release tells, under the series that it belongs to.
CREATE TABLE telling (
  digest    TEXT NOT NULL REFERENCES release (digest),
  nth       INTEGER NOT NULL,
  area      TEXT NOT NULL,
  programme TEXT NOT NULL,
  published TEXT,
  json      TEXT NOT NULL,
  PRIMARY KEY (digest, nth)
) WITHOUT ROWID;
CREATE INDEX telling_series ON telling (area, programme);

-- The change log. Rows are appended; one that a correction withdrew names the correction.
CREATE TABLE change (
  seq          INTEGER PRIMARY KEY AUTOINCREMENT,
  id           TEXT NOT NULL,
  area         TEXT NOT NULL,       -- of the series
  programme    TEXT NOT NULL,
  kind         TEXT NOT NULL,
  inspected    TEXT,                -- first day of the later inspection
  recorded_at  TEXT NOT NULL,
  withdrawn_by INTEGER REFERENCES change (seq),
  json         TEXT NOT NULL
);
CREATE UNIQUE INDEX change_current ON change (id) WHERE withdrawn_by IS NULL;
CREATE INDEX change_id ON change (id);
CREATE INDEX change_series ON change (area, programme, withdrawn_by);
CREATE INDEX change_recorded ON change (recorded_at);
CREATE INDEX change_withdrawn_by ON change (withdrawn_by) WHERE withdrawn_by IS NOT NULL;

-- The outbox: one row per alert and recipient.
CREATE TABLE alert (
  id         TEXT PRIMARY KEY,
  kind       TEXT NOT NULL,
  recipient  TEXT NOT NULL,
  route      TEXT NOT NULL,
  channel    TEXT NOT NULL,
  state      TEXT NOT NULL,
  attempts   INTEGER NOT NULL,
  next_due   TEXT,
  last_error TEXT,
  message_id TEXT,
  created_at TEXT NOT NULL,
  sent_at    TEXT,
  why        TEXT NOT NULL,
  thread     TEXT NOT NULL,
  digest     TEXT,
  window_from TEXT,
  window_to  TEXT,
  carrier    TEXT REFERENCES alert (id),
  notices    TEXT NOT NULL
);
CREATE INDEX alert_due ON alert (next_due) WHERE state = 'pending';
CREATE INDEX alert_held ON alert (recipient, digest) WHERE state = 'held-for-digest';
CREATE INDEX alert_carrier ON alert (carrier) WHERE carrier IS NOT NULL;
CREATE INDEX alert_created ON alert (created_at);
CREATE INDEX alert_thread ON alert (recipient, thread);
CREATE UNIQUE INDEX alert_window ON alert (recipient, digest, window_from) WHERE kind = 'digest';
CREATE TABLE alert_change (
  change_id TEXT NOT NULL,
  alert     TEXT NOT NULL REFERENCES alert (id),
  PRIMARY KEY (change_id, alert)
) WITHOUT ROWID;
CREATE INDEX alert_change_alert ON alert_change (alert);

-- What people corrected; replayed over every reading of the series.
CREATE TABLE correction (
  seq       INTEGER PRIMARY KEY AUTOINCREMENT,
  area      TEXT NOT NULL,
  programme TEXT NOT NULL,
  made_at   TEXT NOT NULL,
  who       TEXT NOT NULL,
  why       TEXT NOT NULL,
  action    TEXT NOT NULL
);
CREATE INDEX correction_series ON correction (area, programme);
