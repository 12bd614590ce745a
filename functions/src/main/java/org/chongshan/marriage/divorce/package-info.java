/** Divorce by agreement (登记离婚): application, cooling-off, withdrawal, certificate, lapse. */
@NullMarked
package org.chongshan.marriage.divorce;

import org.jspecify.annotations.NullMarked;
