-- CreateIndex
CREATE INDEX "StatementVote_conversationId_at_idx" ON "StatementVote"("conversationId", "at");
