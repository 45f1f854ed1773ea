"""Landmark file formats, one module each; `kpstudio.io.registry` lists them."""
