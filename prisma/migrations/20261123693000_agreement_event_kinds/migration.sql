-- What may happen to an agreement besides: it becomes another kind, and of an advice it is told whether it was applied. In a
-- migration of their own, because a new value can only be used by the next one.

ALTER TYPE "AgreementEventKind" ADD VALUE 'KIND';
ALTER TYPE "AgreementEventKind" ADD VALUE 'APPLIED';
