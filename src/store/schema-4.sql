-- What is told of a series lies together, so that adding to it reads few pages of a large store; one
-- index finds entries by id and keeps any from holding twice.
CREATE TABLE told (
  area      TEXT NOT NULL,
  programme TEXT NOT NULL,
  digest    TEXT NOT NULL REFERENCES release (digest),
  nth       INTEGER NOT NULL,
  published TEXT,
  json      TEXT NOT NULL,
  PRIMARY KEY (area, programme, digest, nth)
) WITHOUT ROWID;
INSERT INTO told SELECT area, programme, digest, nth, published, json FROM telling
  ORDER BY area, programme, digest, nth;
DROP TABLE telling;
ALTER TABLE told RENAME TO telling;
CREATE UNIQUE INDEX telling_release ON telling (digest, nth);

DROP INDEX change_current;
DROP INDEX change_id;
CREATE UNIQUE INDEX change_id ON change (id, coalesce(withdrawn_by, 0));
