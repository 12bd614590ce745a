package org.chongshan.events.relief;

/** What a payment accepts. */
public sealed interface PaymentEvent extends ReliefEvent permits DisbursementInstructed, PaymentReceiptRecorded {}
