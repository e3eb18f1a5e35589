"""The commands for official forms: what one holds, what goes where, whether it stayed itself."""
