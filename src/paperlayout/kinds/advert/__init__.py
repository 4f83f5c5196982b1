"""广告: a picture or PDF of a fixed size."""
