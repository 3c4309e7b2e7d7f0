#pragma once
// OpenBLAS for the products, LAPACKE for the factorisations. Debian's OpenBLAS carries LAPACK
// but not LAPACKE, so both are linked.
#include <cblas.h>
#include <lapacke.h>
