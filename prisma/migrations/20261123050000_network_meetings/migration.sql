-- Apart from what uses it: a new value can only be used once it is committed.
ALTER TYPE "MeetingKind" ADD VALUE 'NETWORK';
