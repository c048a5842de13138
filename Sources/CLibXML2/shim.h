#pragma once
#include <libxml/xmlversion.h>
// Without this, the headers take in the system's ICU, whose types clash with those of Foundation's own.
#undef LIBXML_ICU_ENABLED
#include <libxml/HTMLparser.h>
#include <libxml/encoding.h>
#include <libxml/globals.h>
#include <libxml/parser.h>

/// The version of the library that was loaded, as it writes it ("20914"): a macro in some releases, a variable in others.
static inline const char *loaded_libxml2_version(void) { return xmlParserVersion; }
