-- An enrolment that ended here and goes on in a later cohort. On its own: PostgreSQL lets nothing use a new value in
-- the transaction that adds it.
ALTER TYPE "EnrolmentState" ADD VALUE 'transferred';
