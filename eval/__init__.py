"""Quality measured: tables, annotated documents, floors."""
