#pragma once
// SHA-256 of inputs and options, from which a run takes its id.
#include <openssl/evp.h>
