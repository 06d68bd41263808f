/** What one utility may set differently from another, as typed, validated records read from one YAML text. */
@NullMarked
package fr.ondine.tenantconfig;

import org.jspecify.annotations.NullMarked;
