-- Nobody reads answers to the address that the portal writes from.
UPDATE "NudgeTemplate" SET "body" = replace(replace("body", 'please answer this e-mail', 'please write to us at npq@ucl.ac.uk'), 'Answer this e-mail with', 'Write to npq@ucl.ac.uk with');
