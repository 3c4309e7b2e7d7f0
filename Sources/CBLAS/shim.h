#pragma once
// OpenBLAS for the products, LAPACKE for the factorisations. Debian's OpenBLAS carries LAPACK
// but not LAPACKE, so both are linked.
#include <cblas.h>
#include <lapacke.h>

// Exported by OpenBLAS's pthread build, which uses it around fork(), and declared in no header.
// Weak: other builds have no threads to end.
extern int blas_thread_shutdown_(void) __attribute__((weak));

static inline void outturn_blas_end_threads(void) {
  if (blas_thread_shutdown_) blas_thread_shutdown_();
}
