-- Somebody may unlink the own work account.
GRANT DELETE ON identity TO kt_auth;
