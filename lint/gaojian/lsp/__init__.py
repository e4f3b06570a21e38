"""``gaojian lsp``: findings in the editor, by the Language Server Protocol.

Two processes. The server (``server.py``, ``desk.py``) speaks the protocol, holds the open texts and never computes; the
worker (``worker.py``, ``workspace.py``) runs the checks. A document that hangs or kills the worker costs its own
findings and a restart, not the session.
"""
