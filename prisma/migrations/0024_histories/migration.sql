-- What happened to one thing, without what many people do to it
create index entries_of_one_history on "Entry" ("subjectKind", "subjectId", id desc)
where what not in ('comment.written', 'comment.changed', 'comment.withdrawn', 'proposal.supported',
  'proposal.support-taken-back', 'ballot.cast', 'ballot.taken-back', 'opinions.joined', 'panel.joined', 'panel.left');
