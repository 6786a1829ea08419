-- Corrections follow the release that they are about into whatever series it comes to stand in, and
-- can be taken back.
ALTER TABLE correction ADD COLUMN release TEXT;   -- none where it is about priorities by their words
ALTER TABLE correction ADD COLUMN undone TEXT;    -- JSON: when, who, why
UPDATE correction SET release =
  coalesce(json_extract(action, '$.of.release'), json_extract(action, '$.one.release'));
CREATE INDEX correction_release ON correction (release) WHERE release IS NOT NULL;
