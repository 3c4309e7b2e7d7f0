#pragma once
#include <zlib.h>

// inflateInit2 is a macro, which Swift does not see. 47: gzip or zlib, told by the header.
static inline int outturn_inflate_begin(z_stream *stream) { return inflateInit2(stream, 47); }
