/** ProConnect as the bound utility's own client of it: what is asked, and who is believed to have come back. */
@NamedInterface("proconnect")
@NullMarked
package fr.ondine.platform.staff.proconnect;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
