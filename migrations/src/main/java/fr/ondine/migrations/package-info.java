/** The data model of Ondine and the migrator that brings a whole fleet of tenants to it. */
@NullMarked
package fr.ondine.migrations;

import org.jspecify.annotations.NullMarked;
