package fr.ondine.ui.operatorapi;

/** A configuration is put in force only by who says which version they have seen. */
final class VersionNeeded extends RuntimeException {}
