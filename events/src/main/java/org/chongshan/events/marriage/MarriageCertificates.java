package org.chongshan.events.marriage;

/**
 * How a couple shows that it is married (民发〔2020〕116号).
 */
public enum MarriageCertificates {
    /** Both marriage certificates. */
    BOTH,
    /** One, and a written declaration that the other is lost. */
    ONE_AND_DECLARATION,
    /** Neither: declarations of both, and a stamped copy of the archive. */
    ARCHIVE_COPY_AND_DECLARATIONS,
    /** Nothing that would do. */
    NONE
}
