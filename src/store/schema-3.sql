-- Alerts held for review, and each recipient's own queue of those that are due.
CREATE INDEX alert_review ON alert (created_at) WHERE state = 'held-for-review';
CREATE INDEX alert_queue ON alert (recipient, next_due, created_at, id)
  WHERE state = 'pending' AND carrier IS NULL;
