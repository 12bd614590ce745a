/**
 * The imperative shell: takes what Lambda passes (SQS batches, DynamoDB stream batches, API Gateway requests, schedules),
 * asks the pure half, writes one transaction, answers.
 */
@NullMarked
package org.chongshan.shell;

import org.jspecify.annotations.NullMarked;
