package fr.ondine.platform.imports;

import org.jspecify.annotations.Nullable;

/** What is made of a row, in place, once each of its fields was understood. */
interface WholeRow {

    WholeRow AS_IT_IS = values -> {};

    /** {@link RowRefused} when its fields do not go together. */
    void complete(@Nullable String[] values);
}
