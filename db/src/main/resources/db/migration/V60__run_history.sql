-- The latest run of each job is found without reading its history.
CREATE INDEX batch_job_instance_latest ON batch_job_instance (job_name, job_instance_id);
