-- Which hours were counted, and when, without the rows of each number.
CREATE INDEX activity_counted ON activity (hour) INCLUDE (counted_at) WHERE our_number = '';
