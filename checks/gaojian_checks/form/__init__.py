"""FMT: 公文格式 · the parts of an official document."""
